package org.commonweal.hub.campaigns.player;

import org.commonweal.hub.campaigns.Campaign;
import org.commonweal.hub.campaigns.Campaigns;
import org.commonweal.hub.campaigns.Drawn;
import org.commonweal.hub.campaigns.Forms;
import org.commonweal.hub.frame.Text;

/** The form that most tests ask with: each kind of question once. */
final class Wells {
    static final String FORM = """
            # survey
            type                | name      | label::English (en)               | label::العربية (ar)   | required | relevant          | constraint        | constraint_message::English (en) | calculation          | appearance | choice_filter     | default
            start               | start     |                                   |                       |          |                   |                   |                    |                      |            |                   |
            end                 | end       |                                   |                       |          |                   |                   |                    |                      |            |                   |
            text                | name      | Name of the well                  | اسم البئر             | yes      |                   |                   |                    |                      |            |                   |
            integer             | depth     | How deep is it, in metres?        | كم عمقها بالأمتار؟    | yes      |                   | . > 0 and . < 500 | Between 1 and 499  |                      |            |                   |
            decimal             | salt      | Salt, in grams per litre          | الملح                 |          |                   |                   |                    |                      |            |                   |
            calculate           | feet      |                                   |                       |          |                   |                   |                    | round(${depth} * 3.28) |          |                   |
            note                | shown     | That is ${feet} feet              | أي ${feet} قدمًا      |          | ${depth} != ''    |                   |                    |                      |            |                   |
            select_one yes_no   | drunk     | Is the water drunk?               | هل يُشرب ماؤها؟       | yes      |                   |                   |                    |                      |            |                   |
            text                | why       | Why not?                          | لِمَ لا؟              | yes      | ${drunk} = 'no'   |                   |                    |                      | multiline  |                   |
            begin_group         | where     | Where it is                       | أين هي                |          |                   |                   |                    |                      |            |                   |
            geopoint            | place     | Its place                         | موقعها                |          |                   |                   |                    |                      |            |                   |
            select_one region   | region    | Region                            | المنطقة               |          |                   |                   |                    |                      | minimal    |                   |
            select_one town     | town      | Town                              | البلدة                |          |                   |                   |                    |                      |            | region=${region}  |
            select_multiple use | uses      | What is it used for?              | فيمَ تُستعمل؟         |          |                   |                   |                    |                      |            |                   |
            end_group           |           |                                   |                       |          |                   |                   |                    |                      |            |                   |
            begin_group         | seen      | When you saw it                   | متى رأيتها            |          |                   |                   |                    |                      |            |                   |
            date                | day       | Day                               | اليوم                 |          |                   |                   |                    |                      |            |                   |
            time                | hour      | Hour                              | الساعة                |          |                   |                   |                    |                      |            |                   |
            dateTime            | moment    | Last rain                         | آخر مطر               |          |                   |                   |                    |                      |            |                   |
            image               | photo     | A photo of it                     | صورة لها              |          |                   |                   |                    |                      |            |                   |
            acknowledge         | safe      | You stood at a safe distance      | كنت على مسافة آمنة    |          |                   |                   |                    |                      |            |                   |
            end_group           |           |                                   |                       |          |                   |                   |                    |                      |            |                   |
            begin_repeat        | household | Household that draws water        | أسرة تستقي منها       |          |                   |                   |                    |                      |            |                   |
            integer             | people    | How many people?                  | كم شخصًا؟             |          |                   |                   |                    |                      |            |                   |
            end_repeat          |           |                                   |                       |          |                   |                   |                    |                      |            |                   |
            # choices
            list_name | name  | label::English (en) | label::العربية (ar) | region
            yes_no    | yes   | Yes                 | نعم                 |
            yes_no    | no    | No                  | لا                  |
            region    | north | North               | الشمال              |
            region    | south | South               | الجنوب              |
            town      | alba  | Alba                | ألبا                | north
            town      | bora  | Bora                | بورا                | south
            use       | drink | Drinking            | الشرب               |
            use       | wash  | Washing             | الغسيل              |
            use       | herd  | Animals             | الحيوانات           |
            """;

    private Wells() {}

    /** An open campaign that asks with a form that a test has drawn. */
    static Campaign ask(Campaigns campaigns, Forms forms, String drawing) {
        return ask(campaign(), campaigns, forms, drawing);
    }

    static Campaign ask(Drawn drawn, Campaigns campaigns, Forms forms, String drawing) {
        Campaign campaign = drawn.open(campaigns);
        Drawn.serve(forms, campaign, "1", drawing);
        return campaign;
    }

    static Drawn campaign() {
        return Drawn.campaign("Wells of the valley")
                .in("Asia/Aden")
                .consent(Text.of("en", "We ask you about wells. You may stop at any time.")
                        .with("ar", "نسألك عن الآبار. لك أن تتوقف متى شئت."));
    }
}
