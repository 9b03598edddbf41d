"""Tables and vocabulary that the rules rest on: rates, sectors, weights, money."""
