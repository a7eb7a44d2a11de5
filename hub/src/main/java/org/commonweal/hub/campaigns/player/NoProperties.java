package org.commonweal.hub.campaigns.player;

import java.util.List;
import org.javarosa.core.services.IPropertyManager;
import org.javarosa.core.services.properties.IPropertyRules;
import org.jspecify.annotations.Nullable;

/** A browser tells nothing of its device: forms that note device, telephone number or user get nothing. */
final class NoProperties implements IPropertyManager {
    @Override
    public @Nullable String getSingularProperty(String name) {
        return null;
    }

    @Override
    public List<String> getProperty(String name) {
        return List.of();
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
