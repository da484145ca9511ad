package au.pip.evaluation.grounding;

import au.pip.ledger.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Answers in lists, tables and under headings. */
enum Layout implements Shape {
    BULLETS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            return Prose.people(book, random, random.nextBoolean() ? Kind.OWED_IN : Kind.LATE_IN, 3);
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            Kind kind = claims.getFirst().kind();
            sheet.add(words.pick(List.of("## %s\n", "**%s by customer**\n\n", "%s:\n", "%s as of today:\n\n"))
                    .formatted(words.noun(kind)));
            String mark = words.pick(List.of("- ", "* ", "1. "));
            String joint = words.pick(List.of(": ", " – ", " | ", ", "));
            for (int i = 0; i < claims.size(); i++) {
                sheet.add("\n" + mark + Prose.name(claims, i) + (joint.equals(" | ") ? ": " : joint))
                        .figure(i, claims.get(i));
            }
        }
    },
    TOTAL_WITH_BULLETS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            List<Said> claims = new ArrayList<>();
            claims.add(choice.bare(choice.now(Kind.OWED_IN, null)).when(null));
            for (String name : choice.customers(2)) {
                claims.add(choice.bare(choice.now(Kind.OWED_IN, name)).when(null));
                claims.add(choice.bare(choice.now(Kind.LATE_IN, name)).when(null));
            }
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(
                    words.sentence(claims.get(0)) + words.pick(List.of(":\n", ".\n", ", as follows:\n")),
                    0,
                    claims.get(0));
            for (int i = 1; i < claims.size(); i += 2) {
                String bold = words.pick(List.of("", "**"));
                sheet.add("\n- " + bold + Prose.name(claims, i) + bold + ": ").figure(i, claims.get(i));
                sheet.add(" (").figure(i + 1, claims.get(i + 1));
                sheet.add(claims.get(i + 1).kind() == Kind.LATE_IN ? " overdue)" : " in all)");
            }
        }
    },
    NESTED_BULLETS {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            List<Said> claims = new ArrayList<>();
            for (String name : choice.customers(2)) {
                claims.add(choice.bare(choice.now(Kind.OWED_IN, name)).when(null));
                claims.add(choice.bare(choice.now(Kind.LATE_IN, name)).when(null));
            }
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add("By customer:\n");
            String bold = words.pick(List.of("", "**"));
            for (int i = 0; i < claims.size(); i++) {
                if (i % 2 == 0) {
                    sheet.add("\n- " + bold + Prose.name(claims, i) + bold);
                }
                sheet.add("\n  - " + words.noun(claims.get(i).kind()) + ": ").figure(i, claims.get(i));
            }
        }
    },
    CUSTOMER_TABLE {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            List<Said> claims = new ArrayList<>(NESTED_BULLETS.claims(book, random));
            Choice choice = new Choice(book, random);
            claims.add(choice.bare(choice.now(Kind.OWED_IN, null)).when(null));
            claims.add(choice.bare(choice.now(Kind.LATE_IN, null)).when(null));
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(words.pick(List.of("", "Here you are.\n\n", "### Customers\n\n")));
            sheet.add("| Customer | " + words.noun(claims.get(0).kind()) + " | "
                    + words.noun(claims.get(1).kind()) + " |\n|---|---:|---:|\n");
            for (int i = 0; i < claims.size(); i += 2) {
                String whom = claims.get(i).whom();
                sheet.add("| " + (whom == null ? words.pick(List.of("Total", "**Total**", "All customers")) : whom)
                                + " | ")
                        .figure(i, claims.get(i));
                sheet.add(" | ").figure(i + 1, claims.get(i + 1)).add(" |\n");
            }
        }
    },
    MONTH_TABLE {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Item first = choice.any(Kind.PROFIT);
            Item second = choice.one(item ->
                    item.kind() == Kind.PROFIT && !item.when().equals(first.when()) && item.basis() == first.basis());
            List<Said> claims = new ArrayList<>();
            for (Kind kind : List.of(Kind.INCOME, Kind.EXPENSES, Kind.PROFIT)) {
                for (Item column : List.of(first, second)) {
                    claims.add(usual(choice.bare(choice.one(item -> item.kind() == kind
                            && item.when().equals(column.when())
                            && item.basis() == column.basis()))));
                }
            }
            return claims;
        }

        private Said usual(Said said) {
            return said.form() == Form.LOSS ? said.form(Form.BRACKETS, null) : said;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add("| " + words.pick(List.of("", "Line", " ")));
            for (Said head : claims.subList(0, 2)) {
                sheet.add(" | " + words.span(when(head)));
            }
            sheet.add(" |\n| --- | --- | --- |");
            for (int i = 0; i < claims.size(); i += 2) {
                sheet.add("\n| " + words.noun(claims.get(i).kind()) + " | ").figure(i, claims.get(i));
                sheet.add(" | ").figure(i + 1, claims.get(i + 1)).add(" |");
            }
        }
    },
    UNDER_A_HEADING {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Said profit = choice.bare(choice.any(Kind.PROFIT));
            List<Said> claims = new ArrayList<>();
            for (Kind kind : List.of(Kind.INCOME, Kind.EXPENSES, Kind.GST_NET)) {
                claims.add(choice.bare(
                        choice.one(item -> item.kind() == kind && item.when().equals(when(profit)))));
            }
            claims.add(profit.form() == Form.LOSS ? profit.form(Form.USUAL, null) : profit);
            return claims;
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add(
                    words.pick(List.of("## %s\n", "**%s**\n", "%s:\n")).formatted(words.span(when(claims.getFirst()))));
            String mark = words.pick(List.of("\n- ", "\n", "\n* "));
            for (int i = 0; i < claims.size(); i++) {
                sheet.add(mark + words.noun(claims.get(i).kind()) + ": ").figure(i, claims.get(i));
            }
        }
    },
    BANK_LIST {
        @Override
        public List<Said> claims(MadeBook book, Random random) {
            Choice choice = new Choice(book, random);
            Period day = choice.any(Kind.BANK).when();
            return book.all(item -> item.kind() == Kind.BANK && item.when().equals(day)).stream()
                    .map(choice::bare)
                    .toList();
        }

        @Override
        public void write(List<Said> claims, Sheet sheet, Wording words) {
            sheet.add("Your " + words.pick(List.of("bank balances", "balances by the books"))
                    + words.when(claims.getFirst()) + ":\n");
            for (int i = 0; i < claims.size(); i++) {
                String whom = claims.get(i).whom();
                sheet.add("\n- " + (whom == null ? words.pick(List.of("All accounts", "Total")) : whom) + ": ")
                        .figure(i, claims.get(i));
            }
        }
    };

    static Period when(Said said) {
        return java.util.Objects.requireNonNull(said.when());
    }
}
