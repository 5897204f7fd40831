"""What is published, to whom, as it was sent: overdue lists, monthly figures, agendas."""
