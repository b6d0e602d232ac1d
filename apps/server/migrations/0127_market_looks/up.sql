-- Who of the village looked at a customer's whole telephone, for the customer to see.
CREATE TABLE market_look (
  village_id text NOT NULL,
  customer_id uuid NOT NULL,
  look_id uuid NOT NULL,
  viewer_id uuid NOT NULL,
  why text NOT NULL CHECK (why IN ('recall', 'delivery')),
  looked_at timestamptz NOT NULL,
  PRIMARY KEY (village_id, customer_id, look_id),
  FOREIGN KEY (village_id, customer_id) REFERENCES market_customer
);
SELECT azalea_isolate('market_look', 'SELECT, INSERT, DELETE');
