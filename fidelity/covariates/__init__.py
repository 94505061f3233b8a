"""From grades and outcomes to tables that network meta-analysis software takes as they are."""
