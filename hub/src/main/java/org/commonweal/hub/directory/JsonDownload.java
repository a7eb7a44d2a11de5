package org.commonweal.hub.directory;

import tools.jackson.core.JsonGenerator;

/** An array of rows, or a collection of features whose properties are the rows. */
final class JsonDownload implements Download {
    private final JsonGenerator json;
    private final boolean features;

    JsonDownload(JsonGenerator json, boolean features) {
        this.json = json;
        this.features = features;
        if (features) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeName("features");
        }
        json.writeStartArray();
    }

    @Override
    public void write(DownloadRow row) {
        if (!features) {
            json.writePOJO(row);
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", row.id().toString());
        json.writeName("geometry");
        geometry(row);
        json.writePOJOProperty("properties", row);
        json.writeEndObject();
    }

    private void geometry(DownloadRow row) {
        if (row.latitude() == null || row.longitude() == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", "Point");
        json.writeName("coordinates");
        json.writeArray(new double[] {row.longitude(), row.latitude()}, 0, 2);
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.writeEndArray();
        if (features) json.writeEndObject();
        json.close();
    }
}
