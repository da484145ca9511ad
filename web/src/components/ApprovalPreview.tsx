import type { ApprovalView } from "../api";

/** What exactly would be made, in the server's words and amounts. */
export function ApprovalPreview({ view }: { view: ApprovalView }) {
  const { fields, lines, totals } = view;
  return (
    <>
      <dl>
        {fields.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {lines.length > 0 && (
        <table>
          <caption className="unseen">Lines</caption>
          <thead>
            <tr>
              <th scope="col">Description</th>
              <th scope="col">Quantity</th>
              <th scope="col">Price</th>
              <th scope="col">Account</th>
              <th scope="col">Tax</th>
              <th scope="col">Before tax</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={index}>
                <th scope="row">{line.description}</th>
                <td data-name="Quantity">{line.quantity}</td>
                <td data-name="Price">{line.unitAmount}</td>
                <td data-name="Account">{line.account}</td>
                <td data-name="Tax">
                  {line.tax}, {line.taxName}
                </td>
                <td data-name="Before tax">{line.amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {totals !== null && (
        <dl className="totals">
          <div>
            <dt>Before tax</dt>
            <dd>{totals.net}</dd>
          </div>
          <div>
            <dt>Tax</dt>
            <dd>{totals.tax}</dd>
          </div>
          <div className="total">
            <dt>Total</dt>
            <dd>
              {totals.total} {totals.currency}
            </dd>
          </div>
        </dl>
      )}
    </>
  );
}
