package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Money;
import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lists that Xero gives whole, in the shapes of its OpenAPI examples, with data of our own. */
class ListsTest {
    private static final String GROUP = "d7a86b80-8dac-4d89-a334-9dcf5753676c";

    private final FakeXero xero = new FakeXero();
    private final XeroHttp http = new XeroHttp(xero.settings());
    private final XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);

    @AfterEach
    void close() {
        http.close();
        xero.close();
    }

    @Test
    void readsItemsSoldBoughtAndInStock() {
        xero.on("Items", """
                {"Items":[{"ItemID":"c8c54d65","Code":"123","Description":"A lamp, brass","UpdatedDateUTC":"/Date(1551981476267+0000)/",
                  "PurchaseDetails":{},"SalesDetails":{"UnitPrice":5000.1250,"AccountCode":"200","TaxType":"OUTPUT"},"Name":"Lamp",
                  "IsTrackedAsInventory":false,"IsSold":true,"IsPurchased":false},
                 {"ItemID":"a4544d51","Code":"wire","Name":"Wire","PurchaseDetails":{"UnitPrice":2.5,"COGSAccountCode":"310",
                  "TaxType":"INPUT"},"SalesDetails":{},"IsTrackedAsInventory":true,"TotalCostPool":37.123,"QuantityOnHand":15,
                  "IsSold":true,"IsPurchased":true}]}""");

        List<Item> items = api.items().value();

        assertThat(items.getFirst().sale()).isEqualTo(new Item.Price(new BigDecimal("5000.1250"), "200", "OUTPUT"));
        assertThat(items.getFirst().purchase()).isNull();
        assertThat(items.getFirst().isStock()).isFalse();
        assertThat(items.getLast().sale()).isEqualTo(new Item.Price(null, null, ""));
        assertThat(items.getLast().purchase()).isEqualTo(new Item.Price(new BigDecimal("2.5"), "310", "INPUT"));
        assertThat(items.getLast().onHand()).isEqualByComparingTo("15");
        assertThat(items.getLast().stockValue()).isEqualByComparingTo("37.123");
        assertThat(xero.seen.getFirst().rawQuery()).isEqualTo("unitdp=4");
    }

    @Test
    void readsTrackingCategoriesAndCurrencies() {
        xero.on("TrackingCategories", """
                {"TrackingCategories":[{"Name":"Region","Status":"ACTIVE","TrackingCategoryID":"t1","Options":[
                  {"TrackingOptionID":"o1","Name":"North","Status":"ACTIVE"},{"TrackingOptionID":"o2","Name":"Moon","Status":"LOST"}]}]}""");
        xero.on("Currencies", "{\"Currencies\":[{\"Code\":\"NZD\",\"Description\":\"New Zealand Dollar\"}]}");

        assertThat(api.trackingCategories().value())
                .containsExactly(new TrackingCategory(
                        "t1",
                        "Region",
                        TrackingCategory.Status.ACTIVE,
                        List.of(
                                new TrackingCategory.Option("o1", "North", TrackingCategory.Status.ACTIVE),
                                new TrackingCategory.Option("o2", "Moon", TrackingCategory.Status.OTHER))));
        assertThat(api.currencies().value())
                .containsExactly(new UsedCurrency(Currency.getInstance("NZD"), "New Zealand Dollar"));
        assertThat(xero.seen.getFirst().rawQuery()).isEqualTo("includeArchived=true");
    }

    @Test
    void readsAGroupsMembersOnlyWhenItIsAskedForByItsId() {
        xero.on(
                "ContactGroups",
                "{\"ContactGroups\":[{\"ContactGroupID\":\"%s\",\"Name\":\"Builders\",\"Contacts\":[]}]}"
                        .formatted(GROUP));
        xero.on(
                "ContactGroups/" + GROUP,
                "{\"ContactGroups\":[{\"ContactGroupID\":\"%s\",\"Name\":\"Builders\",\"Contacts\":[{\"ContactID\":\"c1\",\"Name\":\"Adair\"}]}]}"
                        .formatted(GROUP));

        assertThat(api.contactGroups().value().getFirst().contacts()).isEmpty();
        assertThat(api.contactGroup(GROUP).value().contacts()).containsExactly(new ContactRef("c1", "Adair"));
        assertThatThrownBy(() -> api.contactGroup("../Contacts")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.contactGroup(GROUP.replace('d', 'e'))).isInstanceOf(XeroException.NotFound.class);
    }

    @Test
    void readsTransfersOfTheLastDayWhateverTheirTime() {
        xero.on("Organisation", """
                {"Organisations":[{"OrganisationID":"b2c885a9-4bb9-4a00-9b6e-6c2bf60b1a2b","Name":"Hume Joinery","BaseCurrency":"AUD",
                 "CountryCode":"AU"}]}""");
        xero.on("BankTransfers", """
                {"BankTransfers":[{"BankTransferID":"6221458a","CreatedDateUTC":"/Date(1476737161140+0000)/",
                  "DateString":"2026-10-31T21:10:00","Date":"/Date(1793481000000+0000)/","Status":"AUTHORISED","FromBankAccount":
                  {"AccountID":"a1","Code":"090","Name":"Everyday"},"ToBankAccount":{"AccountID":"a2","Name":"Savings"},"Amount":20.00,
                  "FromBankTransactionID":"t1","ToBankTransactionID":"t2","FromIsReconciled":true,"ToIsReconciled":false,
                  "Reference":"Rainy days","HasAttachments":false},
                 {"BankTransferID":"later","DateString":"2026-11-01T00:00:00","Amount":1},
                 {"BankTransferID":"gone","DateString":"2026-10-30T00:00:00","Status":"DELETED","Amount":1},
                 {"BankTransferID":"abroad","DateString":"2026-10-02T00:00:00","CurrencyRate":0.65,"Amount":30}]}""");

        List<BankTransfer> transfers = api.bankTransfers(DateRange.of(Period.month(YearMonth.of(2026, 10))))
                .value();

        assertThat(transfers).extracting(BankTransfer::bankTransferId).containsExactly("6221458a", "abroad");
        assertThat(transfers.getFirst().date()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(transfers.getFirst().amount()).isEqualTo(Money.aud(2000));
        assertThat(transfers.getFirst().from()).isEqualTo(new AccountRef("a1", "090", "Everyday"));
        assertThat(transfers.getFirst().isFromReconciled()).isTrue();
        assertThat(transfers.getFirst().isToReconciled()).isFalse();
        assertThat(transfers.getLast().amount())
                .as("Xero does not name the foreign currency")
                .isNull();
        assertThat(xero.seen.getFirst().query())
                .containsExactly(java.util.Map.entry("where", "Date>=DateTime(2026,10,01)"));
    }

    @Test
    void refusesAReplyWithoutTheList() {
        xero.on("Items", "{\"Status\":\"OK\"}");

        assertThatThrownBy(api::items)
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("Items is missing");
    }
}
