package org.commonweal.hub.campaigns.owner;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.commonweal.hub.frame.Page;
import org.commonweal.hub.frame.look.Faults;

/** Rules that several steps share; each broken one is told beside its field. */
final class Checks {
    private final Page page;
    private final Faults faults = Faults.none();

    Checks(Page page) {
        this.page = page;
    }

    Faults faults() {
        return faults;
    }

    /** Something is said, in no more than so many characters. */
    void words(String field, String typed, int most) {
        if (typed.isEmpty()) fault(field, "empty");
        else atMost(field, typed, most);
    }

    void atMost(String field, String typed, int most) {
        if (typed.length() > most) fault(field, "long", most, typed.length());
    }

    void number(String field, String typed, int least, int most) {
        Optional<Integer> number = typed.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
        if (number.filter(n -> n >= least && n <= most).isEmpty()) fault(field, "number", least, most, typed);
    }

    void degrees(String field, String typed, int most) {
        try {
            // NaN is no place on earth either, and fails here.
            if (!typed.isEmpty() && !(Math.abs(Double.parseDouble(typed)) <= most))
                fault(field, "degrees", most, typed);
        } catch (NumberFormatException noNumber) {
            fault(field, "degrees", most, typed);
        }
    }

    void dateAfter(String field, String typed, LocalDate today) {
        try {
            if (!typed.isEmpty() && LocalDate.parse(typed).isBefore(today))
                fault(field, "past", page.date(LocalDate.parse(typed)));
        } catch (DateTimeParseException noDate) {
            fault(field, "date", typed);
        }
    }

    void fault(String field, String rule, Object... values) {
        faults.add(field, page.t("campaigns.owner.fault." + rule, prepend(label(field), values)));
    }

    private String label(String field) {
        return page.t("campaigns.owner.field." + field);
    }

    private static Object[] prepend(String label, Object[] values) {
        Object[] all = new Object[values.length + 1];
        all[0] = label;
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }
}
