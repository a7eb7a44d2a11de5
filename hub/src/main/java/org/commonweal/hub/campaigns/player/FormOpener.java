package org.commonweal.hub.campaigns.player;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Reader;
import java.io.StringReader;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.commonweal.hub.campaigns.ServedForm;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.XFormParser;
import org.springframework.stereotype.Component;

/** Opens a form for one request, empty or with the answers of a draft. */
@Component
class FormOpener {
    // Parsing fails when two threads do it (getodk/javarosa#856); filling does not.
    private static final ReentrantLock PARSING = new ReentrantLock();

    private final Clock clock;
    // By version, which never changes. A parsed form can't be kept as well: JavaRosa's takes the answers into itself.
    private final Cache<UUID, String> renamed =
            Caffeine.newBuilder().maximumSize(100).build();

    FormOpener(Clock clock) {
        this.clock = clock;
        new XFormsModule().registerModule();
        PropertyManager.setPropertyManager(new NoProperties());
    }

    /** A fresh one: defaults set, instance identifier and start noted; {@code zone} tells which day it is. */
    OpenForm begin(ServedForm form, ZoneId zone) {
        return open(new XFormParser(xform(form)), zone, true);
    }

    /** @param instance as {@link OpenForm#draft} gave it */
    OpenForm resume(ServedForm form, ZoneId zone, String instance) {
        return open(new XFormParser(xform(form), new StringReader(instance)), zone, false);
    }

    /** Without an instance yet, to be given one after another; {@code moment} tells when the next one is answered. */
    FormDef blank(ServedForm form, ZoneId zone, InstantSource moment) {
        FormDef blank = parse(new XFormParser(xform(form)));
        OwnFunctions.into(blank, zone, moment);
        return blank;
    }

    private Reader xform(ServedForm form) {
        return new StringReader(renamed.get(form.id(), unused -> OwnFunctions.renamed(form.xform())));
    }

    private OpenForm open(XFormParser parser, ZoneId zone, boolean fresh) {
        FormDef form = parse(parser);
        OwnFunctions.into(form, zone, clock);
        form.initialize(fresh, new InstanceInitializationFactory());
        return new OpenForm(form);
    }

    private static FormDef parse(XFormParser parser) {
        PARSING.lock();
        try {
            return parser.parse();
        } catch (XFormParser.ParseException notOurs) {
            throw new IllegalStateException("JavaRosa does not take this form", notOurs);
        } finally {
            PARSING.unlock();
        }
    }
}
