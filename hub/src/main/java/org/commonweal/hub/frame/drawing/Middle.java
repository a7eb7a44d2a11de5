package org.commonweal.hub.frame.drawing;

/** Where a ring has its centre of mass, and how large it is, by the shoelace formula. */
record Middle(double x, double y, double area) {
    static Middle of(double[] ring) {
        double twice = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int j = (i + 2) % ring.length;
            double cross = ring[i] * ring[j + 1] - ring[j] * ring[i + 1];
            twice += cross;
            x += (ring[i] + ring[j]) * cross;
            y += (ring[i + 1] + ring[j + 1]) * cross;
        }
        return twice == 0
                ? new Middle(ring[0], ring[1], 0)
                : new Middle(x / twice / 3, y / twice / 3, Math.abs(twice) / 2);
    }
}
