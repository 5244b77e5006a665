"""Which tables of the document are the plan, and where their headings stand."""
