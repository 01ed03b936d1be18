// A Homie 3 lamp by homie-device. Arguments: port of the broker on this machine, device id.
// It ends when its input does.
const HomieDevice = require('homie-device');

const [port, id] = process.argv.slice(2);
const device = new HomieDevice({
  name: 'Foreign lamp',
  device_id: id,
  mqtt: { host: '127.0.0.1', port: Number(port), base_topic: 'homie/', auth: false },
});
const lamp = device.node('lamp', 'Lamp', 'light');
const show = (property, value) => lamp.getProperty(property).setRetained(true).send(value);
lamp.advertise('on').setName('On').setDatatype('boolean')
  .settable((range, value) => show('on', value));
lamp.advertise('brightness').setName('Brightness').setUnit('%').setDatatype('integer').setFormat('0:100')
  .settable((range, value) => show('brightness', value));
device.on('connect', () => {
  show('on', 'false');
  show('brightness', '20');
});
device.setup(true);
process.stdin.resume().on('end', () => process.exit(0));
