package org.commonweal.hub.launch.doctor;

/** What a check saw, as a mark with words: never a colour alone. */
record Finding(Mark mark, String words) {
    enum Mark {
        WELL("✓"),
        MIND("!"),
        WRONG("✗");

        final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    static Finding well(String words) {
        return new Finding(Mark.WELL, words);
    }

    static Finding mind(String words) {
        return new Finding(Mark.MIND, words);
    }

    static Finding wrong(String words) {
        return new Finding(Mark.WRONG, words);
    }
}
