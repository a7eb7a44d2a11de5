/**
 * Charts and small maps, drawn by the hub as SVG: readable without scripts, by day and by night, in either direction.
 *
 * <p>Goal: an honest picture of few numbers. Intervals are drawn wherever they are known, bars start at zero, lines and
 * bars are labelled where they end instead of in a legend, withheld values are said and never drawn as zero. The table
 * beside the picture is the page's. Time runs left to right in every language; bars start where reading starts.
 *
 * <p>Terms: a {@link Sheet} is what all pictures need (language, title, unit); a {@link Drawing} is the finished
 * picture, which a template writes as {@code ${drawing}}. Each chart is drawn twice, wide and narrow, and the style sheet
 * shows the one that fits: letters that shrink with a picture can't be read on a phone.
 *
 * <p>Axes: nice numbers after Heckbert, «Nice numbers for graph labels», Graphics Gems (1990). Colours of categories: Okabe
 * and Ito, «Color universal design» (2008), as classes of the style sheet.
 *
 * <p>Start reading at {@link LineChart}, {@link BarChart}, {@link DotPlot}, {@link Sparkline} and {@link PlaceMap}.
 */
@NamedInterface("drawing")
@NullMarked
package org.commonweal.hub.frame.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
