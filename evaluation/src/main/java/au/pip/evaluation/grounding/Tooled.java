package au.pip.evaluation.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Answers over what the newer tools give: workings, forms, habits, ranks, the law, and answers that lean on the question. */
enum Tooled implements Shape {
    WORKINGS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            List<Family> families = List.of(Family.SPENDABLE, Family.CASH_AHEAD, Family.PUT_AWAY, Family.STAFF);
            return families.get(random.nextInt(families.size())).kinds.stream()
                    .map(kind -> choice.bare(choice.any(kind)))
                    .toList();
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.pick(
                    List.of("Here's how it adds up:\n", "## Workings\n", "By the books of Harbour 25 Joinery:\n")));
            String mark = words.pick(List.of("\n- ", "\n* "));
            boolean large = words.pick(List.of(true, false));
            for (int i = 0; i < claims.size(); i++) {
                Kind kind = claims.get(i).kind();
                sheet.add(mark + (large ? words.noun(kind) : words.lowerNoun(kind)) + ": ")
                        .figure(i, claims.get(i));
            }
        }
    },
    FIRST_THEN_WORKINGS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            return WORKINGS.claims(book, random);
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.sentence(claims.getFirst()) + ".\n\n", 0, claims.getFirst());
            sheet.add(words.pick(List.of("| | Amount |\n|---|---:|", "| What | How much |\n| --- | --- |")));
            for (int i = 1; i < claims.size(); i++) {
                sheet.add("\n| " + words.noun(claims.get(i).kind()) + " | ")
                        .figure(i, claims.get(i))
                        .add(" |");
            }
        }
    },
    FORM_OF_TWO_QUARTERS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Item one = choice.any(Kind.LABEL_G1);
            Item other = choice.one(
                    item -> item.kind() == Kind.LABEL_G1 && !item.when().equals(one.when()));
            List<Said> claims = new ArrayList<>();
            for (Kind kind : Family.FORM.kinds) {
                for (Item column : List.of(one, other)) {
                    claims.add(choice.bare(choice.one(
                            item -> item.kind() == kind && item.when().equals(column.when()))));
                }
            }
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add("| " + words.pick(List.of("Label", "")));
            for (Said head : claims.subList(0, 2)) {
                sheet.add(" | " + words.span(Layout.when(head)));
            }
            sheet.add(" |\n|---|---|---|");
            for (int i = 0; i < claims.size(); i += 2) {
                sheet.add("\n| " + words.noun(claims.get(i).kind()) + " | ").figure(i, claims.get(i));
                sheet.add(" | ").figure(i + 1, claims.get(i + 1)).add(" |");
            }
        }
    },
    FAMILY_IN_SENTENCES {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            List<Family> families = List.of(Family.values());
            List<Kind> kinds = families.get(random.nextInt(families.size())).kinds;
            List<Said> claims = new ArrayList<>();
            for (Kind kind : kinds.subList(0, Math.min(3, kinds.size()))) {
                claims.add(choice.dated(choice.any(kind)));
            }
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            Prose.SEVERAL_SENTENCES.write(claims, sheet, words);
        }
    },
    LEANING {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            // Neither the question nor the answer names a basis.
            return List.of(questioned(book, random).basis(null));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            Said said = claims.getFirst();
            sheet.ask(words.question(said));
            sheet.add(words.pick(List.of("It's ", "It is ", "", "That's ", "The answer is ", "It comes to ")))
                    .figure(0, said)
                    .add(".");
        }
    },
    ASKED_AND_SAID {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Said asked = questioned(book, random);
            return List.of(asked, choice.dated(choice.any(choice.kind())));
        }

        // The question is of the first claim, the answer says both.
        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.ask(words.question(claims.getFirst()));
            sheet.add(words.sentence(claims.get(0)) + ".", 0, claims.get(0)).add(" ");
            sheet.add(words.sentence(claims.get(1)) + ".", 1, claims.get(1));
        }
    },
    PAYERS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            return pairs(book, random, Kind.DAYS_LATE, Kind.PAID_INVOICES);
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.pick(List.of("Who pays late:\n", "## Payment habits\n", "")));
            for (int i = 0; i < claims.size(); i += 2) {
                sheet.add("\n- " + Prose.name(claims, i) + ": ");
                unit(claims, i, sheet);
                sheet.add(" (");
                unit(claims, i + 1, sheet);
                sheet.add(")");
            }
        }

        private void unit(List<Said> claims, int at, Sheet sheet) {
            sheet.figure(at, claims.get(at))
                    .add(
                            switch (claims.get(at).kind()) {
                                case DAYS_LATE -> " days late on average";
                                case PAID_INVOICES -> " invoices paid";
                                default -> " days overdue, the oldest";
                            });
        }
    },
    PAYER_TABLE {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            return pairs(book, random, Kind.DAYS_LATE, Kind.PAID_INVOICES);
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            table(claims, sheet, words);
        }
    },
    RANKED_TABLE {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            return random.nextBoolean()
                    ? pairs(book, random, Kind.INVOICED, Kind.INVOICED_SHARE)
                    : pairs(book, random, Kind.SPENT, Kind.SPENT_SHARE);
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            table(claims, sheet, words);
        }
    },
    LAW_LINES {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            List<Said> claims = new ArrayList<>();
            for (Kind kind : List.of(Kind.SUPER_RATE, Kind.FULL_RATE, Kind.WRITE_OFF)) {
                claims.add(choice.said(choice.any(kind)));
            }
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.pick(List.of("By law:\n", "What the law says:\n", "## Rates and limits\n")));
            for (int i = 0; i < claims.size(); i++) {
                Said said = claims.get(i);
                sheet.add("\n- " + words.noun(said.kind()) + words.when(said) + ": ")
                        .figure(i, said);
            }
        }
    },
    LENGTHS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            return List.of(choice.length(choice.any(random.nextBoolean() ? Kind.DAYS : Kind.MONTHS)));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            Said said = claims.getFirst();
            boolean days = said.kind() == Kind.DAYS;
            sheet.add(words.pick(
                            days
                                    ? List.of("That looks at the next ", "It counts what comes in the next ")
                                    : List.of("That is at the pace of the last ", "It goes by the past ")))
                    .figure(0, said)
                    .add(days ? " days." : words.pick(List.of(" months.", " whole months.")));
        }
    };

    /** Something that a question asks of. */
    private static Said questioned(MadeBook book, Random random) {
        Choice choice = new Choice(book, random);
        Kind kind;
        do {
            kind = choice.kind();
        } while (ToolWords.questions(kind).isEmpty());
        Kind asked = kind;
        return usual(choice.said(
                choice.one(item -> item.kind() == asked && (asked.spans() || asked.isOfAll() || item.whom() != null))));
    }

    private static Said usual(Said said) {
        return said.form() == Form.LOSS ? said.form(Form.USUAL, null) : said;
    }

    private static List<Said> pairs(MadeBook book, Random random, Kind first, Kind second) {
        Choice choice = new Choice(book, random);
        List<Said> claims = new ArrayList<>();
        Item one = choice.any(first);
        Item other = choice.one(item -> item.kind() == first && !Objects.equals(item.whom(), one.whom()));
        for (Item each : List.of(one, other)) {
            claims.add(choice.bare(each));
            claims.add(
                    choice.bare(choice.one(item -> item.kind() == second && Objects.equals(item.whom(), each.whom()))));
        }
        return claims;
    }

    private static void table(List<Said> claims, Sheet sheet, Wording words) {
        sheet.add("| Name | " + words.noun(claims.get(0).kind()) + " | "
                + words.noun(claims.get(1).kind()) + " |\n|---|---:|---:|");
        for (int i = 0; i < claims.size(); i += 2) {
            sheet.add("\n| " + Prose.name(claims, i) + " | ").figure(i, claims.get(i));
            sheet.add(" | ").figure(i + 1, claims.get(i + 1)).add(" |");
        }
    }
}
