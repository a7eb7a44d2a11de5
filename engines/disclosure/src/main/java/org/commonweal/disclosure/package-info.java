/**
 * What may be published of a table: rows that reviewers approved go in, cells that expose nobody come out.
 *
 * <pre>{@code
 * Rows rows = Rows.of(values, contributors, places, periods);
 * Request ask = Request.of(Measure.mean()).protecting(Protection.people()).over(hierarchy, 0).periods(12);
 * Plan plan = Disclosure.plan(rows, ask);       // preview: what will be lost
 * List<Cell> cells = plan.publish();            // frozen into the finding
 * }</pre>
 *
 * <h2>Goal and terms</h2>
 * The table is place × period with totals: every coarser place, everywhere, and the whole period. A cell is
 * <em>unsafe</em> when it has fewer than k distinct contributors, or when one contributor gave more than half of its
 * rows (Hundepool et al., <cite>Statistical Disclosure Control</cite>, Wiley 2012, ch. 4: minimum frequency and
 * (n,k)-dominance with n = 1, k = 50 %). Unsafe cells are withheld (primary suppression), and others with them
 * (complementary suppression), until no sum or difference of published figures isolates an unsafe group.
 *
 * <h2>The attacker</h2>
 * The attacker knows every published row count exactly (in truth they are rounded: that is margin, not protection), all empty
 * cells that are not withheld, and that no count is negative. The audit then asks of every unsafe cell:
 * <ol>
 *   <li>rows: the greatest count that must still be thought possible lies at least k/2 rows above the true one (exact,
 *       by maximum flow);
 *   <li>people: every group of withheld cells that holds it and whose sum published totals give, has k distinct
 *       contributors (a lower bound: the certificate pays each contributor once);
 *   <li>no such group is dominated by one contributor (exact, as a circulation).
 * </ol>
 * A second check without networks takes each total less its published parts. A plan that fails is refused.
 *
 * <p>An empty cell that is not withheld reads as nought. That exposes no contributor; and empty cells may be withheld to
 * protect others, at no loss, so that «withheld» does not mean «somebody». Places and periods of which nothing is
 * published are not listed at all.
 *
 * <p>A mean or a share leaks as {@code sum = mean × n}; sums obey the same equations as counts, so one pattern of withheld
 * cells serves all statistics of a cell.
 *
 * <h2>Method</h2>
 * A two-way table with one hierarchical dimension is a network: each cell an arc, each equation a node, flow conserved
 * (Cox, <cite>JASA</cite> 90 (1995) 1453–1462; Kelly, Golden &amp; Assad, <cite>Networks</cite> 22 (1992) 397–417). An
 * unsafe cell is protected by cycles through it, found as cheapest paths (Castro, <cite>INFORMS Journal on Computing</cite>
 * 19 (2007) 520–533). What the ways withhold together may be more than is needed; so cells are given
 * back as long as all claims stand ({@link Claims}), and tables of up to 150 safe cells are searched for the least loss
 * within 4,000 checks ({@link LeastLoss}). In small tables nothing better exists: a test tries every pattern. Quantiles come from Hipparchus (2 MB): own t, chi-squared and binomial tails would need more
 * proving than all else here.
 *
 * <h2>Map of files</h2>
 * in: {@code Rows Request Protection Hierarchy Periods} · table: {@code Intake PlaceTree Table Contributors} · pattern:
 * {@code Network Route Supply Protector Dominance Audit
 * Suppression} · figures: {@code Measure Estimates Digits} and one file each of four intervals · out: {@code Plan Publisher Cell Losses Alternative}. Entry: {@code Disclosure}.
 *
 * <h2>Bounds</h2>
 * A breakdown by group goes in the place of the periods or of the places: three crossed dimensions are not a network,
 * and the audit would no longer be exact. Two versions of a finding are not compared with each other here; steady
 * rounding and few digits blunt what their difference tells. Whoever reruns the method on guessed tables may learn from
 * the choice of cells which of them were likelier unsafe.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.disclosure;
