package au.pip.sandbox.books;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everyone the business deals with; all of them are contacts of the draft. */
final class Cast {
    private static final int CUSTOMERS = 14;

    private final Draft draft;
    private final Dice dice;
    private final List<String> firstNames;
    private final List<String> lastNames;
    private final List<Customer> customers = new ArrayList<>();
    private final Map<SupplierRole, Contact> suppliers = new EnumMap<>(SupplierRole.class);
    private final Map<PayeeRole, Contact> payees = new EnumMap<>(PayeeRole.class);
    private final List<Contact> employees = new ArrayList<>();
    private @Nullable Contact overseas;

    /**
     * A customer's habits.
     *
     * @param payDelayDays from the invoice's date to the day on which it is paid
     * @param weight how often it buys
     */
    record Customer(Contact contact, int termsDays, int payDelayDays, int weight) {}

    Cast(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice("cast");
        this.firstNames = dice.shuffled(Names.FIRST);
        this.lastNames = dice.shuffled(Names.LAST);
        addCustomers();
        for (SupplierRole role : SupplierRole.values()) {
            suppliers.put(role, add(dice.pick(role.names()), false, true, false));
        }
        for (PayeeRole role : PayeeRole.values()) {
            if (draft.isPtyLtd() || (role != PayeeRole.SUPER_FUND && role != PayeeRole.LANDLORD)) {
                payees.put(role, add(dice.pick(role.names()), false, false, false));
            }
        }
        if (draft.isPtyLtd()) {
            int staff = dice.between(2, 3);
            for (int number = 0; number < staff; number++) {
                employees.add(add(person(), false, false, false));
            }
        }
    }

    /** The customers, "Acme 5000" first and one with an awkward name second; the third pays late. */
    List<Customer> customers() {
        return customers;
    }

    /** A customer picked by how often each buys. */
    Customer anyCustomer(Dice chance) {
        int total = customers.stream().mapToInt(Customer::weight).sum();
        int left = chance.between(1, total);
        for (Customer customer : customers) {
            left -= customer.weight();
            if (left <= 0) {
                return customer;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    Contact supplier(SupplierRole role) {
        return Objects.requireNonNull(suppliers.get(role), role::name);
    }

    Contact payee(PayeeRole role) {
        return Objects.requireNonNull(payees.get(role), role::name);
    }

    List<Contact> employees() {
        return employees;
    }

    /** The customer billed in US dollars; only a company has one. */
    Contact overseas() {
        return Objects.requireNonNull(overseas);
    }

    /** Further ones of that kind, for a business that lives on them. */
    List<Contact> addOverseas() {
        List<Contact> further = new ArrayList<>();
        for (String name : Names.OVERSEAS) {
            if (!name.equals(overseas().name())) {
                further.add(add(name, true, false, false));
            }
        }
        return further;
    }

    /** A customer of old, archived since. */
    Contact addArchivedCustomer() {
        return add("Old Mill Tearooms", true, false, true);
    }

    private void addCustomers() {
        customers.add(new Customer(add("Acme 5000", true, false, false), 14, dice.between(10, 18), 4));
        customers.add(new Customer(add(dice.pick(Names.AWKWARD), true, false, false), 14, dice.between(12, 25), 3));
        List<String> places = dice.shuffled(Names.PLACES);
        List<String> trades = dice.shuffled(Names.TRADES);
        int local = draft.isPtyLtd() ? CUSTOMERS - 1 : CUSTOMERS;
        while (customers.size() < local) {
            int number = customers.size();
            boolean hostile = number == 3 && draft.spec.company().hasHostileNames();
            String name = hostile ? dice.pick(Names.HOSTILE) : places.get(number) + " " + trades.get(number);
            int delay = number == 2 ? dice.between(40, 55) : dice.between(6, 30);
            customers.add(
                    new Customer(add(name, true, false, false), dice.chance(60) ? 14 : 30, delay, dice.between(1, 6)));
        }
        if (draft.isPtyLtd()) {
            overseas = add(dice.pick(Names.OVERSEAS), true, false, false);
        }
    }

    private Contact add(String name, boolean customer, boolean supplier, boolean archived) {
        int number = draft.contacts.size();
        String first = firstNames.get(number % firstNames.size());
        String last = lastNames.get((number * 5 + number / lastNames.size()) % lastNames.size());
        String mailbox = first.toLowerCase(Locale.ROOT) + "." + last.toLowerCase(Locale.ROOT);
        Contact contact = new Contact(
                draft.ids.next("contact"),
                name,
                first,
                last,
                mailbox + "@example.com",
                "02 5550 " + (1000 + number * 37),
                customer,
                supplier,
                archived,
                draft.stamp(draft.spec.start()));
        draft.contacts.add(contact);
        return contact;
    }

    private String person() {
        return dice.pick(Names.FIRST) + " " + lastNames.get(draft.contacts.size() % lastNames.size());
    }
}
