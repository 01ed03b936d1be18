-- Devices that told what they are on the wire; those of the home file are not kept here.
CREATE TABLE announced_device (
  home        VARCHAR(128)  NOT NULL,
  device      VARCHAR(128)  NOT NULL,
  description VARCHAR(65536) NOT NULL, -- JSON
  CONSTRAINT announced_device_key PRIMARY KEY (home, device)
);

-- The last that each device reported.
CREATE TABLE device_state (
  home   VARCHAR(128)   NOT NULL,
  device VARCHAR(128)   NOT NULL,
  state  VARCHAR(1000000) NOT NULL, -- JSON
  CONSTRAINT device_state_key PRIMARY KEY (home, device)
);
