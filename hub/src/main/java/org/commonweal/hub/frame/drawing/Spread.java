package org.commonweal.hub.frame.drawing;

/** Labels beside the points that they name: apart enough to be read, in the points' order, moved as little as can be. */
final class Spread {
    private Spread() {}

    /**
     * The least squares of movement: labels that would meet stand as one block around the mean of their points (isotonic
     * regression by pooling neighbours, Barlow and others, 1972).
     *
     * @param points ascending, in pixels
     * @param gap between two labels, in pixels
     * @param least where a label may stand, as is {@code most}; where all have no room they reach past {@code most}
     */
    static double[] apart(double[] points, double gap, double least, double most) {
        int count = points.length;
        double[] mean = new double[count];
        int[] size = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            mean[blocks] = points[i] - i * gap;
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                blocks--;
                int both = size[blocks - 1] + size[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * size[blocks - 1] + mean[blocks] * size[blocks]) / both;
                size[blocks - 1] = both;
            }
        }
        double[] places = new double[count];
        int next = 0;
        for (int block = 0; block < blocks; block++)
            for (int k = 0; k < size[block]; k++, next++)
                places[next] = Math.max(least, Math.min(most - (count - 1) * gap, mean[block])) + next * gap;
        return places;
    }
}
