package org.commonweal.xlsform;

import java.util.List;
import org.javarosa.core.services.IPropertyManager;
import org.javarosa.core.services.properties.IPropertyRules;

/** What a client knows of itself; JavaRosa asks for it when a form notes device or user. */
final class ClientProperties implements IPropertyManager {

    @Override
    public String getSingularProperty(String name) {
        return name + "-of-client";
    }

    @Override
    public List<String> getProperty(String name) {
        return List.of(getSingularProperty(name));
    }

    @Override
    public void setProperty(String name, String value) {}

    @Override
    public void setProperty(String name, List<String> values) {}

    @Override
    public void addRules(IPropertyRules rules) {}

    @Override
    public List<IPropertyRules> getRules() {
        return List.of();
    }
}
