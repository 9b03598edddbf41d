"""What all pages share: templates, forms, links between pages of a list, and error pages."""
