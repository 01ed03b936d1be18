package io.hearth.adapter.broker;

import io.netty.buffer.Unpooled;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.buffers.impl.ChannelBufferWrapper;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.message.impl.CoreMessagePersister;

/** A message with its topic and properties as bytes, in the form of Artemis' own journal. */
final class PackedMessage {

  private PackedMessage() {}

  static byte[] pack(Message message) {
    CoreMessage whole = whole(message.toCore());
    CoreMessagePersister form = CoreMessagePersister.getInstance();
    byte[] packed = new byte[form.getEncodeSize(whole)];
    ActiveMQBuffer buffer = new ChannelBufferWrapper(Unpooled.wrappedBuffer(packed).clear());
    form.encode(buffer, whole);
    return packed;
  }

  static Message unpack(byte[] packed) {
    ActiveMQBuffer buffer = new ChannelBufferWrapper(Unpooled.wrappedBuffer(packed));
    buffer.readByte(); // the form, which is always the same
    return CoreMessagePersister.getInstance().decode(buffer, null, null);
  }

  /** Without a payload a message says that its topic retains nothing any more. */
  static boolean isEmpty(Message message) {
    return !message.isLargeMessage() && message.toCore().getBodyBufferSize() == 0;
  }

  /** The payload of a large message is in a file of its own. */
  private static CoreMessage whole(ICoreMessage message) {
    if (message instanceof CoreMessage core && !message.isLargeMessage()) {
      return core;
    }
    ActiveMQBuffer body = message.getDataBuffer();
    CoreMessage copy = new CoreMessage(message.getMessageID(), body.readableBytes());
    copy.moveHeadersAndProperties(message);
    copy.setAddress(message.getAddressSimpleString());
    copy.getBodyBuffer().writeBytes(body, 0, body.readableBytes());
    return copy;
  }
}
