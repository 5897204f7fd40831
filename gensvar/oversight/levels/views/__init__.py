"""The pages of the levels: what stands out, issues, dashboards and wishes."""
