package org.commonweal.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One whole form as XML, for whoever wants to see what clients get; what it does is tested elsewhere. */
class WrittenFormTest {

    @Test
    void looksLikeThis() {
        var form = Drawing.form("""
                survey
                | type           | name   | label             | relevant      | required | default | repeat_count | appearance |
                | integer        | people | People?           |               | yes      | 2       |              |            |
                | begin repeat   | member | Member            | ${people} > 0 |          |         | ${people}    | field-list |
                | select_one sex | sex    | One of ${people}? |               |          |         |              | minimal    |
                | date           | since  | Since?            | ${sex} = 'f'  |          | today() |              |            |
                | end repeat     |        |                   |               |          |         |              |            |
                choices
                | list_name | name | label  |
                | sex       | f    | Female |
                settings
                | form_title | form_id | version | instance_name |
                | House      | house   | 4       | ${people}     |
                """);
        assertThat(XForm.write(form)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"\
                 xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"\
                 xmlns:orx="http://openrosa.org/xforms" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
                <h:head>
                <h:title>House</h:title>
                <model odk:xforms-version="1.0.0">
                <instance>
                <data id="house" version="4">
                <people>2</people>
                <member jr:template="">
                <sex/>
                <since/>
                </member>
                <member>
                <sex/>
                <since/>
                </member>
                <orx:meta>
                <orx:instanceID/>
                <orx:instanceName/>
                </orx:meta>
                </data>
                </instance>
                <instance id="sex">
                <root>
                <item>
                <label>Female</label>
                <name>f</name>
                </item>
                </root>
                </instance>
                <bind nodeset="/data/people" type="int" required="true()"/>
                <bind nodeset="/data/member" relevant=" /data/people  &gt; 0"/>
                <bind nodeset="/data/member/sex" type="string"/>
                <bind nodeset="/data/member/since" type="date" relevant=" ../sex  = 'f'"/>
                <bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
                <bind nodeset="/data/orx:meta/orx:instanceName" type="string" calculate=" /data/people "/>
                </model>
                </h:head>
                <h:body>
                <input ref="/data/people">
                <label>People?</label>
                </input>
                <group ref="/data/member">
                <label>Member</label>
                <repeat nodeset="/data/member" appearance="field-list" jr:count="/data/people">
                <select1 ref="/data/member/sex" appearance="minimal">
                <label>One of <output value=" /data/people "/>?</label>
                <itemset nodeset="instance('sex')/root/item">
                <value ref="name"/>
                <label ref="label"/>
                </itemset>
                </select1>
                <input ref="/data/member/since">
                <label>Since?</label>
                </input>
                <setvalue event="odk-instance-first-load odk-new-repeat" ref="/data/member/since" value="today()"/>
                </repeat>
                </group>
                </h:body>
                </h:html>
                """);
    }
}
