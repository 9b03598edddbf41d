"""A tenderer's price held against what its labour costs, from a workbook that both sides fill."""
