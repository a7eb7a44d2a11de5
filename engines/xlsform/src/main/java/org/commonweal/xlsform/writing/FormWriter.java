package org.commonweal.xlsform.writing;

import org.commonweal.xlsform.expression.Paths;
import org.commonweal.xlsform.form.Form;

/** Lays out the whole document. */
public final class FormWriter {

    private FormWriter() {}

    /** The form as an XML document. */
    public static String write(Form form) {
        var paths = new Paths(form);
        var words = new Words(form.languages(), paths);
        var counts = new RepeatCounts(form);
        var instances = new Instances(form, words, counts);
        // All of these file words, so itext comes last, though it stands first.
        var choices = instances.choices();
        var binds = new Binds(form, paths, words, counts).all();
        var body = new Body(form, paths, words, counts, instances).write();
        var model = new Element("model")
                .with("odk:xforms-version", "1.0.0")
                .addAll(words.itext())
                .add(instances.primary())
                .addAll(choices)
                .addAll(binds)
                .addAll(new Defaults(paths).inModel(form));
        var title = new Element("h:title").text(form.identity().title());
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        html().add(new Element("h:head").add(title).add(model)).add(body).writeTo(out);
        return out.append('\n').toString();
    }

    private static Element html() {
        return new Element("h:html")
                .with("xmlns", "http://www.w3.org/2002/xforms")
                .with("xmlns:h", "http://www.w3.org/1999/xhtml")
                .with("xmlns:jr", "http://openrosa.org/javarosa")
                .with("xmlns:odk", "http://www.opendatakit.org/xforms")
                .with("xmlns:orx", "http://openrosa.org/xforms")
                .with("xmlns:xsd", "http://www.w3.org/2001/XMLSchema");
    }
}
