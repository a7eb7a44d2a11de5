package org.commonweal.xlsform.sheet;

/**
 * How much of a spreadsheet is read. The largest public forms stay a hundred times below.
 *
 * @param fileBytes the upload itself
 * @param unpackedBytes all parts of the zip together
 * @param entries parts of the zip
 * @param ratio unpacked to packed bytes of one part
 * @param ratioFromBytes unpacked size from which the ratio counts: empty formatted sheets pack very well, and below this
 *     size that is no reason for suspicion
 * @param columns columns of a sheet with anything in them
 * @param rows rows of a sheet with anything in them
 * @param cellCharacters characters of one cell
 * @param cells cells of all rows together, up to the last filled one of each
 * @param characters characters of all cells together: many cells may share one long text
 */
record Limits(
        int fileBytes,
        long unpackedBytes,
        int entries,
        int ratio,
        int ratioFromBytes,
        int columns,
        int rows,
        int cellCharacters,
        int cells,
        long characters) {

    /** For forms; the bound of a cell is Excel's own. */
    static final Limits FORM =
            new Limits(16 << 20, 64L << 20, 2_000, 400, 4 << 20, 1_000, 100_000, 32_767, 4_000_000, 40_000_000);

    /** The last column a spreadsheet program knows, XFD, counted from 0. */
    static final int LAST_COLUMN = 16_383;
}
