"""A tenderer's price taken apart: posts, hours, rates and costs, year by year."""
