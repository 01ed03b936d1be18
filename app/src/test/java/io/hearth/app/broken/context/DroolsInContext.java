package io.hearth.app.broken.context;

import org.kie.api.runtime.KieSession;

record DroolsInContext(KieSession session) {}
