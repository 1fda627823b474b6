package fr.preau.web;

import fr.preau.database.Walls;
import java.util.Arrays;
import java.util.List;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The one path of a request: doorkeeper, actor, transaction behind the wall, typed answer. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    WebMvcConfigurer requestPath(Doorkeeper doorkeeper, Views views, LivePages livePages) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(doorkeeper);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new VisitResolver());
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(views);
                handlers.add(livePages);
            }
        };
    }

    /** Hands the {@link Actor} or the {@link Visit} to a handler. */
    private static final class VisitResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class
                    || parameter.getParameterType() == Visit.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binder) {
            var visit =
                    (Visit) request.getAttribute(Visit.ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST);
            if (visit == null) throw new NotFound();
            return parameter.getParameterType() == Actor.class ? visit.actor() : visit;
        }
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor handling(
            ObjectProvider<Walls> walls,
            ObjectProvider<OnceKeys> onceKeys,
            ObjectProvider<Chromes> chromes) {
        var handlers =
                new StaticMethodMatcherPointcut() {
                    @Override
                    public boolean matches(java.lang.reflect.Method method, Class<?> type) {
                        return type.getName().startsWith("fr.preau.")
                                && AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)
                                && Arrays.asList(method.getParameterTypes()).contains(Actor.class);
                    }
                };
        return new DefaultPointcutAdvisor(
                handlers,
                (org.aopalliance.intercept.MethodInterceptor)
                        call ->
                                new Handling(
                                                walls.getObject(),
                                                onceKeys.getObject(),
                                                chromes.getObject())
                                        .invoke(call));
    }
}
