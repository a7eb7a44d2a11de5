/** How fast a running hub answers: clients over HTTP on the same machine, each figure the median of three runs. */
@NullMarked
package org.commonweal.bench.load;

import org.jspecify.annotations.NullMarked;
