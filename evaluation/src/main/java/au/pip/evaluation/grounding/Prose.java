package au.pip.evaluation.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Answers in sentences. */
enum Prose implements Shape {
    ONE_SENTENCE {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Kind kind = choice.kind();
            return List.of(choice.said(choice.any(kind)));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.pick(List.of("", "", "G'day. ", "Sure: ", "Here's what the books say.\n\n")))
                    .add(words.sentence(claims.getFirst()) + ".", 0, claims.getFirst())
                    .add(words.pick(List.of("", "", "\n\nFrom the books of Harbour 25 Joinery.", " Anything else?")));
        }
    },
    SEVERAL_SENTENCES {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            List<Said> claims = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Kind kind = choice.kind();
                claims.add(choice.dated(choice.any(kind)));
            }
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            for (int i = 0; i < claims.size(); i++) {
                sheet.add(i == 0 ? "" : words.pick(List.of(" ", " ", "\n\n")));
                sheet.add(words.sentence(claims.get(i)) + ".", i, claims.get(i));
            }
        }
    },
    CUSTOMERS_IN_ONE_SENTENCE {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            return people(book, random, random.nextBoolean() ? Kind.OWED_IN : Kind.LATE_IN, 3);
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            boolean late = claims.getFirst().kind() == Kind.LATE_IN;
            String verb = late ? " is overdue by " : claims.getFirst().kind() == Kind.OWED_IN ? " owes you " : null;
            if (verb == null) {
                sheet.add(words.noun(claims.getFirst().kind())).add(": ");
                verb = " ";
            }
            sheet.add(name(claims, 0) + verb).figure(0, claims.get(0));
            sheet.add(", " + name(claims, 1) + " ").figure(1, claims.get(1));
            sheet.add(words.pick(List.of(" and ", ", and ")) + name(claims, 2) + words.pick(List.of(" ", verb)))
                    .figure(2, claims.get(2))
                    .add(".");
        }
    },
    CUSTOMERS_AFTER_AMOUNTS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            return people(book, random, Kind.OWED_IN, 2);
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(lead(claims.getFirst().kind(), words)).figure(0, claims.get(0));
            sheet.add(" by " + name(claims, 0) + words.pick(List.of(", ", " and ")))
                    .figure(1, claims.get(1))
                    .add(" by " + name(claims, 1) + ".");
        }

        private String lead(Kind kind, Wording words) {
            return kind == Kind.OWED_IN ? "You're owed " : words.noun(kind) + ": ";
        }
    },
    PRONOUNS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            String name = choice.customers(1).getFirst();
            return List.of(
                    choice.bare(choice.now(Kind.OWED_IN, name)).when(null),
                    choice.bare(choice.now(Kind.LATE_IN, name)).when(null));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            boolean first = claims.get(0).kind() == Kind.OWED_IN;
            boolean second = claims.get(1).kind() == Kind.LATE_IN;
            String name = name(claims, 0);
            String pronoun = words.pick(List.of("They", "She", "It", "He"));
            sheet.add(name
                    + words.pick(List.of(" is your biggest customer. ", " comes first.\n\n", " is slow to pay. ")));
            sheet.add(pronoun + (pronoun.equals("They") ? " owe you " : " owes you "))
                    .add(first ? "" : "an overdue ")
                    .figure(0, claims.get(0));
            sheet.add(words.pick(List.of(", and ", "; ", ". Of that, ")));
            if (!Objects.equals(claims.get(1).whom(), claims.get(0).whom())) {
                sheet.add("for " + name(claims, 1) + " ");
            }
            sheet.figure(1, claims.get(1)).add(second ? " of it is overdue." : " of it is not overdue.");
        }
    },
    PERIODS_COMPARED {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Kind kind = List.of(Kind.PROFIT, Kind.INCOME, Kind.EXPENSES).get(random.nextInt(3));
            Said now = choice.said(choice.any(kind)).basis(null);
            Said before = choice.said(choice.one(
                            item -> item.kind() == kind && !item.when().equals(now.when())))
                    .basis(null);
            return List.of(usual(now), usual(before));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.sentence(claims.get(0)), 0, claims.get(0));
            sheet.add(words.pick(List.of(", against ", ", compared with ", ", up from ", " and ")))
                    .figure(1, claims.get(1))
                    .add(words.when(claims.get(1)) + ".");
        }
    },
    BASES_COMPARED {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Kind kind = List.of(Kind.PROFIT, Kind.INCOME, Kind.EXPENSES).get(random.nextInt(3));
            Item one = choice.any(kind);
            Item other = choice.one(
                    item -> item.kind() == kind && item.when().equals(one.when()) && item.basis() != one.basis());
            return List.of(
                    usual(choice.bare(one).basis(one.basis())),
                    usual(choice.bare(other).basis(other.basis())));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            String lead = words.pick(List.of("On a %s basis ", "Counted on %s, "))
                    .formatted(words.basis(claims.get(0).basis()));
            sheet.add(lead + words.lowerNoun(claims.get(0).kind()) + words.when(claims.get(0)))
                    .add(" is ")
                    .figure(0, claims.get(0));
            sheet.add(words.pick(List.of("; on ", ", while on ", " and on "))
                            + words.basis(claims.get(1).basis()) + " it's ")
                    .figure(1, claims.get(1))
                    .add(".");
        }
    },
    TOTAL_AND_PART {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            String name = random.nextBoolean() ? choice.customers(1).getFirst() : null;
            return List.of(
                    choice.bare(choice.now(Kind.OWED_IN, name)).when(null),
                    choice.bare(choice.now(Kind.LATE_IN, name)).when(null));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.sentence(claims.get(0)), 0, claims.get(0));
            sheet.add(words.pick(List.of(", of which ", "; ", ", and "))).figure(1, claims.get(1));
            sheet.add(claims.get(1).kind() == Kind.LATE_IN ? " of it is overdue." : " of it is what is owed in all.");
        }
    },
    GST_AND_ITS_SIDES {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Said net = choice.bare(choice.any(Kind.GST_NET));
            Item sales = choice.one(
                    item -> item.kind() == Kind.GST_SALES && item.when().equals(net.when()));
            Item purchases = choice.one(
                    item -> item.kind() == Kind.GST_PURCHASES && item.when().equals(net.when()));
            return List.of(net, choice.bare(sales), choice.bare(purchases));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.sentence(claims.get(0)), 0, claims.get(0));
            sheet.add(words.pick(List.of(": ", ", from ", ". That is ")))
                    .figure(1, claims.get(1))
                    .add(side(claims.get(1)) + words.pick(List.of(" less ", " and ", ", and ")));
            sheet.figure(2, claims.get(2)).add(side(claims.get(2)) + ".");
        }

        private String side(Said said) {
            return switch (said.kind()) {
                case GST_SALES -> " on sales";
                case GST_PURCHASES -> " on purchases";
                default -> " to pay";
            };
        }
    },
    INVOICE_IN_FULL {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Item full = choice.any(Kind.WITH_GST);
            return List.of(
                    choice.said(full),
                    choice.said(same(choice, full, Kind.WITHOUT_GST)),
                    choice.said(same(choice, full, Kind.STILL_DUE)),
                    choice.said(same(choice, full, Kind.DUE_DAY)));
        }

        private Item same(Choice choice, Item full, Kind kind) {
            return choice.one(item -> item.kind() == kind && Objects.equals(item.whom(), full.whom()));
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.sentence(claims.get(0)), 0, claims.get(0));
            sheet.add(" (").figure(1, claims.get(1)).add(tax(claims.get(1)) + "). Of it ");
            sheet.figure(2, claims.get(2));
            sheet.add(
                    claims.get(2).kind() == Kind.STILL_DUE
                            ? " is still due"
                            : " was " + words.noun(claims.get(2).kind()));
            sheet.add(words.pick(List.of(", by ", ", due on ", ", and it's due ")))
                    .figure(3, claims.get(3))
                    .add(".");
        }

        private String tax(Said said) {
            return switch (said.kind()) {
                case WITH_GST -> " with GST";
                case WITHOUT_GST -> " before GST";
                default -> " still due";
            };
        }
    };

    /** Not in words of a loss: the sentence has its own. */
    private static Said usual(Said said) {
        return said.form() == Form.LOSS ? said.form(Form.USUAL, null) : said;
    }

    static List<Said> people(MadeBook book, Random random, Kind kind, int most) {
        Choice choice = new Choice(book, random);
        return choice.customers(most).stream()
                .map(name -> choice.bare(choice.now(kind, name)).when(null))
                .toList();
    }

    static String name(List<Said> claims, int index) {
        return Objects.requireNonNullElse(claims.get(index).whom(), "everyone together");
    }
}
