package org.commonweal.hub.frame.places;

/** A rectangle of longitudes and latitudes in degrees; east may pass 180 where a country crosses that line. */
public record Box(double west, double south, double east, double north) {
    public static final Box WORLD = new Box(-180, -57, 180, 84);

    /** The box around a ring of longitude, latitude, longitude, latitude … */
    public static Box around(double[] ring) {
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = 0; i < ring.length; i += 2) {
            west = Math.min(west, ring[i]);
            east = Math.max(east, ring[i]);
            south = Math.min(south, ring[i + 1]);
            north = Math.max(north, ring[i + 1]);
        }
        return new Box(west, south, east, north);
    }

    public double width() {
        return east - west;
    }

    public double height() {
        return north - south;
    }

    public Box with(double longitude, double latitude) {
        return union(new Box(longitude, latitude, longitude, latitude));
    }

    public Box union(Box other) {
        return new Box(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }

    /** The box with so many degrees more on every side. */
    public Box grow(double degrees) {
        return new Box(west - degrees, Math.max(-90, south - degrees), east + degrees, Math.min(90, north + degrees));
    }

    /** The box widened, where it is taller on the ground than this share of its width. */
    public Box flat(double share) {
        double squeeze = Math.cos(Math.toRadians((north + south) / 2));
        double more = (height() / share / squeeze - width()) / 2;
        return more > 0 ? new Box(west - more, south, east + more, north) : this;
    }

    /** The box so many degrees further east, or west when fewer than none. */
    public Box east(double degrees) {
        return new Box(west + degrees, south, east + degrees, north);
    }

    public boolean holds(double longitude, double latitude) {
        return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
    }

    public boolean meets(Box other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    /** Degrees between two boxes along the wider of the two gaps, 0 when they touch. */
    double gap(Box other) {
        double across = Math.max(other.west - east, west - other.east);
        double along = Math.max(other.south - north, south - other.north);
        return Math.max(0, Math.max(across, along));
    }
}
