package org.commonweal.xlsform.form;

/**
 * What a form says of itself on the wire.
 *
 * @param title shown to people
 * @param id the {@code id} attribute of the instance: clients tell forms apart by it
 * @param version the {@code version} attribute: clients tell a form's versions apart by it
 */
public record Identity(String title, String id, String version) {}
