/**
 * Everything a hub has in one encrypted file, and back.
 *
 * <pre>
 * FILE        manifest.json, database/&lt;schema&gt;.&lt;table&gt;/&lt;part&gt;, data/&lt;file&gt;, end.json
 * FILE.keys   manifest.json, database/private.person_key/&lt;part&gt;, end.json
 * </pre>
 *
 * <p>Each is a tar archive, compressed with gzip, encrypted with OpenPGP under a passphrase ({@code Sealed}): {@code gpg
 * -d FILE | tar xz} opens it without us. The rows are PostgreSQL's own COPY text. The keys under which people's data is
 * sealed lie apart, because whoever erases themself is to vanish from every archive: of the keys only the newest file is
 * kept, and a person whose key it lacks stays erased.
 *
 * <p>{@code Backup} and {@code Restore} are the two words; {@code Snapshot} and {@code Refill} carry rows, {@code
 * Archive} and {@code Sealed} are the file.
 */
@org.jspecify.annotations.NullMarked
package org.commonweal.hub.launch.backup;
