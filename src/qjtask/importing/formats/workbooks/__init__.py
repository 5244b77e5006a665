"""Workbooks of Excel, LibreOffice and WPS: cells as they are shown."""
