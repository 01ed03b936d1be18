// A lamp that node-wot exposes; prints "url " and the address of its description, or "topic " and where that is kept.
// Arguments: http, or mqtt and the broker's address. Ends with its input.
const net = require('net');
const { Servient, Helpers } = require('@node-wot/core');

const HOST = '127.0.0.1';
const [protocol, broker] = process.argv.slice(2);

function server(port) {
  switch (protocol) {
    case 'mqtt': {
      const { MqttBrokerServer } = require('@node-wot/binding-mqtt');
      return new MqttBrokerServer({ uri: broker });
    }
    default: {
      const { HttpServer } = require('@node-wot/binding-http');
      return new HttpServer({ port, address: HOST, baseUri: `http://${HOST}:${port}` });
    }
  }
}

async function expose(port) {
  Helpers.setStaticAddress(HOST);
  const servient = new Servient();
  servient.addServer(server(port));
  const wot = await servient.start();
  const lamp = await wot.produce({
    id: 'urn:foreign:lamp',
    title: 'Foreign',
    '@type': 'Light',
    securityDefinitions: { none: { scheme: 'nosec' } },
    security: 'none',
    properties: {
      power: { type: 'boolean', '@type': 'OnOffProperty', observable: true },
      brightness: { type: 'integer', unit: 'percent', minimum: 0, maximum: 100, observable: true },
    },
    actions: { toggle: {} },
  });
  const state = { power: false, brightness: 20 };
  for (const name of Object.keys(state)) {
    lamp.setPropertyReadHandler(name, async () => state[name]);
    lamp.setPropertyWriteHandler(name, async (value) => {
      state[name] = await value.value();
      lamp.emitPropertyChange(name);
    });
  }
  lamp.setActionHandler('toggle', async () => {
    state.power = !state.power;
    lamp.emitPropertyChange('power');
    return undefined;
  });
  await lamp.expose();
  console.log(protocol === 'mqtt' ? 'topic Foreign' : `url ${protocol}://${HOST}:${port}/foreign`);
}

const probe = net.createServer().listen(0, HOST, () => {
  const { port } = probe.address();
  probe.close(() => expose(port));
});
process.stdin.resume().on('end', () => process.exit(0));
