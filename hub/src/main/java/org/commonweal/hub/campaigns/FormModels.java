package org.commonweal.hub.campaigns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.commonweal.xlsform.XlsForm;
import org.commonweal.xlsform.form.Form;
import org.springframework.stereotype.Component;

/** A form's questions, read again from its spreadsheet when first asked for: for tables, findings and sensors. */
@Component
public class FormModels {
    private final Forms forms;
    private final Cache<UUID, Form> remembered =
            Caffeine.newBuilder().maximumSize(200).build();

    FormModels(Forms forms) {
        this.forms = forms;
    }

    /** @throws NoSuchElementException when there is no such version, or its sheet was stored before its faults were mended */
    public Form get(UUID form) {
        return remembered.get(form, this::read);
    }

    private Form read(UUID form) {
        byte[] sheet = forms.findSheet(form).orElseThrow();
        try {
            return XlsForm.read(new ByteArrayInputStream(sheet), "form.xlsx").getForm();
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }
}
