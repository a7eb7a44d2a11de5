package org.commonweal.hub.directory.dsi4eu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Makes clean records of the rows of a file and notes what it did; a row without number or name is skipped. */
public final class Cleaner {
    private static final Map<String, String> KINDS = Map.of(
            "Social enterprise, charity, foundation or other non-profit", "nonprofit",
            "For-profit business", "business",
            "Academia/Research organisation", "research",
            "Grassroots organisation or community network", "grassroots",
            "Government/Public Sector", "government");
    private static final int LONGEST_NAME = 300;

    private final Survey survey;
    private final Labels labels = Labels.read();
    private final SpamSigns spam = SpamSigns.read();
    private final Set<String> seen = new HashSet<>();
    private final Consumer<Note> notes;

    public Cleaner(Survey survey, Consumer<Note> notes) {
        this.survey = survey;
        this.notes = notes;
    }

    /** Cleans all rows of a file of organisations. */
    public void organisations(Export file, Consumer<CleanOrganisation> consumer) throws UnreadableExport {
        file.forEach(row -> organisation(row).ifPresent(consumer));
    }

    /** Cleans all rows of a file of projects. */
    public void projects(Export file, Consumer<CleanProject> consumer) throws UnreadableExport {
        file.forEach(row -> project(row).ifPresent(consumer));
    }

    Optional<CleanOrganisation> organisation(Row row) {
        return begin(row, Export.Holds.ORGANISATIONS, "organisation_name").map(scrub -> {
            String id = row.text("organisation_id");
            CleanOrganisation clean = new CleanOrganisation(
                    id,
                    scrub.line("organisation_name"),
                    scrub.line("short_description"),
                    scrub.prose("long_description"),
                    kind(scrub, row.label("organisation_type")),
                    size(row.text("organisation_size")),
                    scrub.website("website"),
                    place(scrub, row),
                    address(row),
                    scrub.date("startDate"),
                    scrub.date("created"),
                    words(row.list("tags")),
                    words(row.list("networkTags")),
                    row.list("linked_project_ids"));
            look(scrub, Export.Holds.ORGANISATIONS, id, clean.name(), clean.summary(), clean.tags(), clean.story());
            return clean;
        });
    }

    Optional<CleanProject> project(Row row) {
        return begin(row, Export.Holds.PROJECTS, "project_name").map(scrub -> {
            String id = row.text("project_id");
            Set<String> topics = new TreeSet<>();
            Set<String> tags = new TreeSet<>(words(row.list("who_we_help_tags")));
            fold(scrub, "theme", row.list("support_tags"), topics, tags);
            fold(scrub, "focus", row.list("focus"), topics, tags);
            fold(scrub, "technology", row.list("technology"), topics, tags);
            CleanProject clean = new CleanProject(
                    id,
                    scrub.line("project_name"),
                    scrub.line("short_description"),
                    scrub.prose("long_description"),
                    scrub.prose("social_impact"),
                    scrub.website("website"),
                    place(scrub, row),
                    scrub.date("start_date"),
                    scrub.date("end_date"),
                    scrub.date("creation_date"),
                    List.copyOf(topics),
                    List.copyOf(tags),
                    row.list("linked_organisation_ids"));
            look(scrub, Export.Holds.PROJECTS, id, clean.name(), clean.summary(), clean.tags(), clean.story());
            return clean;
        });
    }

    private Optional<Scrub> begin(Row row, Export.Holds holds, String nameField) {
        String id = row.text(holds.field);
        String name = Prose.line(row.text(nameField));
        Scrub scrub = new Scrub(row, id, name, notes);
        String fault = !id.matches("[A-Za-z0-9_-]{1,40}")
                ? holds.field + " is missing or is no number"
                : name.isEmpty()
                        ? nameField + " is empty"
                        : name.length() > LONGEST_NAME
                                ? nameField + " is longer than " + LONGEST_NAME + " characters"
                                : seen.add(holds + id) ? "" : "the same " + holds.field + " stands further up";
        if (fault.isEmpty()) return Optional.of(scrub);
        scrub.note("skipped", holds.field, id, "", fault);
        return Optional.empty();
    }

    private CleanPlace place(Scrub scrub, Row row) {
        String country = scrub.country("country");
        String typed = Prose.line(row.text("region"));
        String town = typed.isEmpty() ? "" : survey.towns().fold(country, typed);
        if (!town.equals(typed))
            scrub.note(
                    "cleaned",
                    "region",
                    typed,
                    town,
                    town.equalsIgnoreCase(typed) ? "capitals mended" : "one spelling for one town");
        double[] point = scrub.point();
        if (point == null) return new CleanPlace(country, town, null, null, false);
        boolean approximate = survey.pointsAreTowns() || row.text("address").isBlank();
        if (approximate)
            scrub.note("noticed", "point", point[0] + " " + point[1], "", "the town's point, not the door's");
        return new CleanPlace(country, town, point[0], point[1], approximate);
    }

    private void fold(Scrub scrub, String field, List<String> values, Set<String> topics, Set<String> tags) {
        for (String label : values) {
            Labels.Meaning meaning = labels.of(field, label);
            if (!meaning.topic().isEmpty()) topics.add(meaning.topic());
            if (meaning.kept()) tags.add(Prose.line(label));
            if (!meaning.why().isEmpty())
                scrub.note("cleaned", field, label, meaning.kept() ? label : meaning.topic(), meaning.why());
        }
    }

    private void look(
            Scrub scrub, Export.Holds holds, String id, String name, String summary, List<String> tags, String story) {
        spam.find(name + " | " + summary + " | " + String.join(" | ", tags), story)
                .ifPresent(why -> scrub.note("suspected", "", name, "", "looks like advertising: " + why));
        List<String> others = survey.sameName(holds, name, id);
        if (!others.isEmpty())
            scrub.note("noticed", "name", name, "", "the same name as row(s) with id " + String.join(", ", others));
    }

    private static String kind(Scrub scrub, String label) {
        String kind = KINDS.getOrDefault(label, "");
        if (kind.isEmpty() && !label.isBlank())
            scrub.note("cleaned", "organisation_type", label, "", "not one of the five types, taken as unknown");
        return kind;
    }

    private static String size(String text) {
        return text.replace(" people", "").replace("over-1000", "1000+").strip();
    }

    private static String address(Row row) {
        return Prose.paragraphs(row.text("address"))
                .replaceAll("[,\\s]*\\n[,\\s]*", ", ")
                .replaceAll("^[,\\s]+|[,\\s]+$", "");
    }

    private static List<String> words(List<String> labels) {
        List<String> clean =
                new ArrayList<>(new TreeSet<>(labels.stream().map(Prose::line).toList()));
        clean.removeIf(String::isEmpty);
        return clean;
    }
}
