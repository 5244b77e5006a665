"""Messages on their way out: by mail, and to the group robots of 企业微信, 钉钉 and 飞书."""
