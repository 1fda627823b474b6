package fr.preau.jobs;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;

@Configuration(proxyBeanMethods = false)
class PublicationsConfiguration {
    @Bean(destroyMethod = "close")
    @Primary
    EventPublicationRepository publications(
            @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository rows,
            EventSerializer words,
            JdbcClient db,
            @Value("${preau.publications.gathered}") long millis) {
        return new Publications(rows, words, db, millis);
    }
}
