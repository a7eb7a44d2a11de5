package org.commonweal.hub.directory;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.hub.directory.dsi4eu.Export;
import org.commonweal.hub.directory.dsi4eu.UnreadableExport;
import org.commonweal.hub.frame.Command;
import org.springframework.stereotype.Component;

/** {@code import directory FILE…}: brings in the DSI4EU export, all of it or nothing. */
@Component
class ImportCommand implements Command {
    private static final String REPORT = "--report";
    private final Imports imports;

    ImportCommand(Imports imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import directory";
    }

    @Override
    public String usage() {
        return "FILE… [--report FILE]  organisations and projects of the DSI4EU export (organisations2.json, projects2.json)";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws Exception {
        List<Path> files = new ArrayList<>();
        Path report = Path.of("import-report.csv");
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals(REPORT) && i + 1 < arguments.size()) report = Path.of(arguments.get(++i));
            else if (argument.startsWith("--")) return wrong(out, "There is no option " + argument + ".");
            else files.add(Path.of(argument));
        }
        if (files.isEmpty()) return wrong(out, "Which files?");
        return run(files, report, out);
    }

    private int run(List<Path> files, Path target, PrintStream out) throws Exception {
        try {
            List<Export> exports = new ArrayList<>();
            for (Path file : files) exports.add(Export.open(file));
            try (ImportReport report = ImportReport.open(target)) {
                ImportOutcome outcome = imports.run(exports, report);
                report.keep();
                outcome.lines().forEach(out::println);
                out.println("Row by row: " + target + ", and for administrators under /imports.");
            }
            return 0;
        } catch (UnreadableExport fault) {
            out.println(fault.getMessage());
        } catch (IOException fault) {
            out.println("The report " + target + " can't be written (" + fault.getMessage()
                    + "). Name another place with " + REPORT + " FILE.");
        }
        out.println("Nothing was imported.");
        return 1;
    }

    private int wrong(PrintStream out, String why) {
        out.println(why + " Usage: " + name() + " " + usage());
        return 2;
    }
}
