package org.commonweal.hub.campaigns.owner;

import java.util.List;
import org.commonweal.hub.campaigns.ServedForm;
import org.commonweal.hub.frame.look.Faults;

/**
 * The third step: the form and its versions.
 *
 * @param errors why a spreadsheet was not taken
 * @param warnings what was left out of one that was
 */
public record FormView(
        DeskView desk,
        Faults faults,
        String fileName,
        List<SheetFault> errors,
        List<SheetFault> warnings,
        List<String> told,
        List<ServedForm> versions) {
    /** The sheets of a spreadsheet in XLSForm with the columns that matter to begin with. */
    public static List<Sheet> sheets() {
        return List.of(
                new Sheet("survey", List.of("type", "name", "label", "hint", "required", "relevant", "constraint")),
                new Sheet("choices", List.of("list_name", "name", "label")),
                new Sheet("settings", List.of("form_title", "form_id", "version")));
    }

    public record Sheet(String name, List<String> columns) {}
}
