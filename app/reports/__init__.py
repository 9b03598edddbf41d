"""The strategy board's report: figures once, then rendered as JSON, workbook, web page and PDF."""
