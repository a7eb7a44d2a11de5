package org.commonweal.hub.campaigns.dataset;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonweal.hub.campaigns.FormModels;
import org.commonweal.hub.frame.Dataset.Option;
import org.commonweal.hub.frame.Dataset.Variable;
import org.commonweal.hub.frame.Text;
import org.commonweal.xlsform.form.Form;
import org.commonweal.xlsform.form.Group;
import org.commonweal.xlsform.form.Item;
import org.commonweal.xlsform.form.Language;
import org.commonweal.xlsform.form.Question;
import org.commonweal.xlsform.form.QuestionType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The questions of a form as a finding may ask of them. Those within repeats are not offered yet. */
@Component
class Variables {
    private static final Pattern UNIT = Pattern.compile("(.*\\S)\\s*\\(([^()]{1,12})\\)");
    private final JdbcTemplate template;
    private final FormModels models;

    Variables(JdbcTemplate template, FormModels models) {
        this.template = template;
        this.models = models;
    }

    List<Variable> list(UUID campaign, Form form) {
        Set<String> words = wordy(campaign, form);
        Map<String, Map<String, Option>> before = earlierOptions(campaign);
        return asked(form)
                .map(question -> variable(
                        form,
                        question,
                        words.contains(path(question)) ? "text" : type(question),
                        before.getOrDefault(path(question), Map.of())))
                .toList();
    }

    /** By question: what earlier versions offered, and approved answers may hold though it is asked no more. */
    private Map<String, Map<String, Option>> earlierOptions(UUID campaign) {
        Map<String, Map<String, Option>> offered = new HashMap<>();
        for (UUID version : template.queryForList("""
                select f.id from campaigns.form f where f.campaign_id = ? and exists (
                  select from campaigns.submission s where s.campaign_id = f.campaign_id and s.form_id = f.id
                    and s.state = 'approved' and not s.replaced)
                order by f.created_at desc, f.id desc""", UUID.class, campaign)) {
            Form form = models.get(version);
            asked(form).filter(one -> !one.list().isEmpty()).forEach(question -> {
                Map<String, Option> known = offered.computeIfAbsent(path(question), path -> new LinkedHashMap<>());
                options(form, question).forEach(option -> known.putIfAbsent(option.name(), option));
            });
        }
        return offered;
    }

    // None where the form takes its choices from elsewhere: then nobody can say what was not offered.
    private static List<Option> allOptions(Form form, Question question, Map<String, Option> before) {
        List<Option> now = options(form, question);
        if (now.isEmpty()) return now;
        Map<String, Option> all = new LinkedHashMap<>();
        now.forEach(option -> all.put(option.name(), option));
        before.forEach(all::putIfAbsent);
        return List.copyOf(all.values());
    }

    // XLSForm has no column for a unit: ours is «unit»; without it the brackets at the end count, «Depth of the water
    // (m)».
    private static Variable variable(Form form, Question question, String type, Map<String, Option> before) {
        Text label = words(question.label(), question.name());
        String unit = question.parameters().getOrDefault("unit", "");
        Matcher brackets = UNIT.matcher(label.original());
        boolean inBrackets = type.equals("number") && unit.isEmpty() && brackets.matches();
        return new Variable(
                path(question),
                inBrackets ? withoutBrackets(label) : label,
                type,
                inBrackets ? brackets.group(2) : unit,
                allOptions(form, question, before));
    }

    private static Text withoutBrackets(Text label) {
        Map<String, String> words = new LinkedHashMap<>();
        label.byLanguage().forEach((language, one) -> {
            Matcher brackets = UNIT.matcher(one);
            words.put(language, brackets.matches() ? brackets.group(1) : one);
        });
        return new Text(label.source(), words);
    }

    static Stream<Question> asked(Form form) {
        return collect(form.items()).filter(question -> !type(question).isEmpty());
    }

    private static Stream<Question> collect(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Question question -> Stream.of(question);
            case Group group -> collect(group.items());
            default -> Stream.empty();
        });
    }

    static String path(Question question) {
        return question.path().substring(Form.ROOT.length() + 2);
    }

    /**
     * What a form computes may be a number or words, and the form does not say which: its own type is text for all. So
     * those are words that were words in at least half of the newest answers. That one of them is, such as a forged one,
     * decides nothing.
     */
    private Set<String> wordy(UUID campaign, Form form) {
        List<String> computed = asked(form)
                .filter(question -> question.type() == QuestionType.CALCULATE)
                .map(Variables::path)
                .toList();
        if (computed.isEmpty()) return Set.of();
        // By the index submission_order, backwards.
        return Set.copyOf(template.queryForList("""
                select p.path from unnest(?::text[]) as p (path) where (
                  select count(*) filter (where answer <> '') > 0
                    and 2 * count(*) filter (where answer !~ '^(-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?|NaN|-?Infinity|)$')
                      >= count(*) filter (where answer <> '')
                  from (
                    select s.answers #>> string_to_array(p.path, '/') as answer from campaigns.submission s
                    where s.campaign_id = ? and s.state = 'approved' and not s.replaced order by s.id desc limit 1000) as a)""", String.class, computed.toArray(String[]::new), campaign));
    }

    private static List<Option> options(Form form, Question question) {
        if (question.list().isEmpty()) return List.of();
        return form.getChoices(question.list()).stream()
                .map(choice -> new Option(choice.name(), words(choice.label(), choice.name())))
                .toList();
    }

    // English first, as everywhere where nothing says who reads, else what the author wrote first.
    private static Text words(org.commonweal.xlsform.form.Text text, String otherwise) {
        if (text.isEmpty()) return Text.of(Text.UNKNOWN, otherwise);
        Map<String, String> words = new LinkedHashMap<>();
        text.byLanguage().forEach((language, one) -> words.putIfAbsent(code(language), one));
        String first = words.keySet().iterator().next();
        return new Text(words.containsKey("en") ? "en" : first, words);
    }

    // «ar-TN» is Arabic to whoever reads Arabic.
    private static String code(String language) {
        return new Language(language)
                .code()
                .map(code -> Locale.forLanguageTag(code).getLanguage())
                .filter(code -> !code.isEmpty())
                .orElse(Text.UNKNOWN);
    }

    private static String type(Question question) {
        return switch (question.type()) {
            case INTEGER, DECIMAL, RANGE, CALCULATE -> "number";
            case SELECT_ONE -> "choice";
            case SELECT_MULTIPLE -> "choices";
            case TEXT, BARCODE -> "text";
            case DATE, DATE_TIME, START, END, TODAY -> "date";
            default -> "";
        };
    }
}
