package org.commonweal.hub.campaigns.player;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commonweal.hub.frame.Files;
import org.commonweal.hub.frame.Ids;
import org.commonweal.hub.frame.look.Choice;
import org.javarosa.core.model.data.StringData;

/** A draft being filled by one request: its form open, its loose parts beside it. For one thread. */
final class Filling {
    /** The field that tells which page was sent. */
    static final String PAGE = "drawn";

    /** Two tabs have two answers. */
    static final String OTHER_ANSWER = "elsewhere";

    private static final String OTHER_FILE = "elsewhere-file";

    private final OpenForm form;
    private final ZoneId zone;
    private final Files store;
    private final Map<String, Draft.Unread> unread;
    private final Map<String, Draft.Kept> files;
    private final Tabs tabs;
    private final Map<String, String> writers;
    private final Set<String> elsewhere = new HashSet<>();

    Filling(OpenForm form, ZoneId zone, Files store, Draft draft) {
        this.form = form;
        this.zone = zone;
        this.store = store;
        this.unread = new HashMap<>(draft.unread());
        this.files = new HashMap<>(draft.files());
        this.tabs = draft.tabs();
        this.writers = new HashMap<>(draft.tabs().writers());
    }

    OpenForm form() {
        return form;
    }

    Map<String, Draft.Unread> unread() {
        return unread;
    }

    Map<String, Draft.Kept> files() {
        return files;
    }

    /** The page of a number; the nearest before it when nothing is asked on it now. */
    Screen screen(int number) {
        List<Screen> screens = form.screens();
        return screens.stream()
                .filter(screen -> screen.number() <= number)
                .reduce((one, next) -> next)
                .orElseGet(screens::getFirst);
    }

    Optional<Screen> findAfter(Screen screen) {
        return form.screens().stream()
                .filter(other -> other.number() > screen.number())
                .findFirst();
    }

    Optional<Screen> findBefore(Screen screen) {
        return form.screens().stream()
                .filter(other -> other.number() < screen.number())
                .max(Comparator.comparing(Screen::number));
    }

    /** Names of questions on which another tab has, by now, another answer than the page that was sent. */
    Set<String> elsewhere() {
        return elsewhere;
    }

    /** What a page shows as the answer: what was typed and could not be taken, else what the form holds. */
    List<String> shown(Node.Question question) {
        Draft.Unread typed = unread.get(question.name());
        return typed == null || question.kind().isFile() ? Typed.of(question, zone) : typed.typed();
    }

    /** What the form holds, in words. */
    String readable(Node.Question question) {
        List<String> typed = Typed.of(question, zone);
        return switch (question.kind()) {
            case ONE, MENU, MANY ->
                Blocks.choices(question).stream()
                        .filter(choice -> typed.contains(choice.value()))
                        .map(Choice::label)
                        .collect(Collectors.joining(" · "));
            case POINT -> typed.stream().limit(2).collect(Collectors.joining(", "));
            case MOMENT -> String.join("", typed).replace('T', ' ');
            default -> String.join("", typed);
        };
    }

    /** The mark of what is shown, which a page carries so that it is known what it was drawn with. */
    String mark(Node.Question question) {
        return Answered.mark(Answered.as(question, shown(question), zone));
    }

    /**
     * Puts what was sent for a page into the form. Only what the sender saw counts: a question without an answer is
     * empty then, but one that was not on their page stays as it is, and so does an answer that another tab has changed
     * and this one has not.
     */
    void take(Screen screen, Sent sent) {
        Set<String> seen = new HashSet<>(sent.all("asked"));
        List<Node.Question> asked = screen.questions()
                .filter(question -> question.isAsked() && seen.contains(question.name()))
                .toList();
        // Looked at before anything is taken, for one answer may compute another.
        Map<String, String> before = new HashMap<>();
        asked.forEach(question -> before.put(question.name(), mark(question)));
        for (Node.Question question : asked) {
            String now = before.get(question.name());
            if (isChangedElsewhere(question, sent, now)) takeBeside(question, sent, now);
            else if (!leavesOpen(question, sent, now)) {
                boolean open = isOpen(question);
                if (question.kind().isFile()) takeFile(question, sent);
                else takeText(question, typed(question, sent));
                if (open || !mark(question).equals(now)) writers.put(question.name(), sent.first(PAGE));
            }
        }
    }

    private boolean isChangedElsewhere(Node.Question question, Sent sent, String now) {
        String drawn = sent.first(question.name() + ":was");
        boolean byItself = sent.first(PAGE).equals(writers.getOrDefault(question.name(), ""));
        return !drawn.isEmpty() && !drawn.equals(now) && (!byItself || isOpen(question));
    }

    /** Whether there are two answers, and nobody has decided yet. */
    boolean isOpen(Node.Question question) {
        Draft.Unread typed = unread.get(question.name());
        return typed != null && typed.fault().equals(OTHER_ANSWER);
    }

    // Of two answers neither is lost: one stands in the form, the other in its field, with a word about the first.
    private void takeBeside(Node.Question question, Sent sent, String now) {
        String name = question.name();
        elsewhere.add(name);
        if (question.kind().isFile()) {
            boolean changed = sent.files().containsKey(name)
                    || !sent.unkept(name).isEmpty()
                    || !sent.first(name + ":drop").isEmpty();
            if (changed) unread.put(name, new Draft.Unread(List.of(), OTHER_FILE));
            return;
        }
        List<String> typed = typed(question, sent);
        String mark = Answered.mark(Answered.as(question, typed, zone));
        if (!mark.equals(now) && !mark.equals(sent.first(name + ":was")))
            unread.put(name, new Draft.Unread(shortened(typed), OTHER_ANSWER));
    }

    // Whoever was told of two answers decides by a button, or by typing: not by a script that saves between them.
    private boolean leavesOpen(Node.Question question, Sent sent, String now) {
        return isOpen(question)
                && Deed.of(sent).isSave()
                && Answered.mark(Answered.as(question, typed(question, sent), zone))
                        .equals(now);
    }

    private static List<String> typed(Node.Question question, Sent sent) {
        String name = question.name();
        return question.kind() == Kind.POINT
                ? List.of(
                        sent.first(name + ":lat"),
                        sent.first(name + ":lon"),
                        sent.first(name + ":alt"),
                        sent.first(name + ":acc"))
                : sent.all(name);
    }

    private void takeText(Node.Question question, List<String> typed) {
        Cast cast = Cast.of(question, typed, zone);
        String fault = cast.fault().isEmpty() ? answer(question, cast) : cast.fault();
        if (fault.isEmpty()) unread.remove(question.name());
        else unread.put(question.name(), new Draft.Unread(shortened(typed), fault));
    }

    // An expression of the form may fail on an answer that its author did not think of, such as words where it computes
    // with a day. Kept, it would fail again each time the draft is opened.
    private String answer(Node.Question question, Cast cast) {
        try {
            form.answer(question.index(), cast.data());
            return cast.fault();
        } catch (Repetitions.TooManyException tooMany) {
            form.answer(question.index(), null);
            return "repetitions";
        } catch (RuntimeException failing) {
            if (!FailingExpression.is(failing)) throw failing;
            form.answer(question.index(), null);
            return "expression";
        }
    }

    private static List<String> shortened(List<String> typed) {
        return typed.stream()
                .map(text -> text.length() > Cast.LONGEST_TEXT ? text.substring(0, Cast.LONGEST_TEXT) : text)
                .toList();
    }

    // A file that could not be kept is missed until another one comes, or its sender goes on without it: the next page
    // that comes without a file says neither.
    private void takeFile(Node.Question question, Sent sent) {
        String name = question.name();
        Sent.Upload upload = sent.files().get(name);
        String fault = upload == null ? sent.unkept(name) : "";
        boolean drops = !sent.first(name + ":drop").isEmpty();
        if (upload != null || drops || !sent.first(name + ":without").isEmpty()) unread.remove(name);
        if (!fault.isEmpty()) unread.put(name, new Draft.Unread(List.of(), fault));
        if (upload != null) attach(question, upload);
        else if (drops) {
            drop(question);
            form.answer(question.index(), null);
        }
    }

    private void attach(Node.Question question, Sent.Upload upload) {
        drop(question);
        String name = fileName(question, upload);
        Files.Content content = upload.content();
        UUID file = store.refer(content, name);
        boolean picture = content.isPicture()
                && store.find(file)
                        .filter(one -> WholePicture.is(one.path(), content.mediaType()))
                        .isPresent();
        files.put(name, new Draft.Kept(file, content.sizeBytes(), picture));
        form.answer(question.index(), new StringData(name));
    }

    /** Takes a repetition out; those behind it move up, so that what could not be read there has lost its place. */
    void remove(Node.Group repetition) {
        repetition.questions().filter(question -> question.kind().isFile()).forEach(this::drop);
        String name = repetition.name().replaceFirst("~\\d+$", "");
        Predicate<String> within = key -> key.startsWith(name + ':') || key.startsWith(name + '~');
        unread.keySet().removeIf(within);
        writers.keySet().removeIf(within);
        form.remove(repetition);
    }

    private void drop(Node.Question question) {
        List<String> before = Typed.of(question, zone);
        if (before.isEmpty()) return;
        Draft.Kept kept = files.remove(before.getFirst());
        if (kept != null) store.release(kept.file());
    }

    // A name of ours: theirs may say who they are, or be the same twice in one submission.
    private static String fileName(Node.Question question, Sent.Upload upload) {
        String ending = upload.fileName().replaceAll("(?s)^.*?(\\.[A-Za-z0-9]{1,8})?$", "$1");
        String last = question.name().substring(question.name().lastIndexOf(':') + 1);
        return last.replaceAll("[^A-Za-z0-9_-]", "-") + "-" + Ids.tail(Ids.next()) + ending.toLowerCase(Locale.ROOT);
    }

    /** The state to keep, as far as the form goes. */
    Draft kept(Draft before, int page, long stamp, Sent sent) {
        return new Draft(
                before.form(),
                form.draft(),
                unread,
                files,
                page,
                before.language(),
                stamp,
                before.sent(),
                before.answered(),
                tabs.heard(writers, sent.first(PAGE), sent.number("stamp")));
    }
}
