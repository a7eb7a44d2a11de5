/**
 * The log as files that can be served and mirrored as they are (c2sp.org/tlog-tiles).
 *
 * <ul>
 *   <li>{@link org.commonweal.tlog.tiles.TilePath} names a file, {@link org.commonweal.tlog.tiles.Tile} and {@link
 *       org.commonweal.tlog.tiles.EntryBundle} are what is in it;
 *   <li>{@link org.commonweal.tlog.tiles.LogFiles} is where files are read from, {@link
 *       org.commonweal.tlog.tiles.TileReader} reads hashes and entries of a tree of one size from there;
 *   <li>{@link org.commonweal.tlog.tiles.RightEdge} is what a writer must remember to grow the tree.
 * </ul>
 *
 * <p>Terms: a tile of <i>level</i> L holds up to 256 hashes of subtrees of 256<sup>L</sup> leaves; it is <i>full</i> at
 * 256 and <i>partial</i> below. A bundle holds the entries themselves, as many as the level 0 tile beside it.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.tlog.tiles;
